// The header that says under which name a download is saved: RFC 6266, with RFC 8187 for what is not ASCII.

// oxlint-disable-next-line no-control-regex -- they would end the header
const controls = /[\u0000-\u001f\u007f]/g

/** No sign of the name can end the header, or lead into another folder. */
export function disposition(name: string): string {
  const plain = Buffer.from(name).toString().replaceAll(controls, '').replaceAll(/[\\/]/g, '_')
  const known = ['', '.', '..'].includes(plain) ? 'download' : plain
  const ascii = known.replaceAll(/[^ -~]|["%]/g, '_')
  const exact = encodeURIComponent(known).replaceAll(/['()*]/g, percentOf)
  const fallback = `attachment; filename="${ascii}"`
  return ascii === known ? fallback : `${fallback}; filename*=UTF-8''${exact}`
}

function percentOf(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}
