// Numbers of objects that the page makes by itself, all below 0.
//
//   -1, -2, -3, …           a call of the server makes it: the entry that `add_name` gives
//   -2⁴⁰ - 1, …             the user does, on a page that a server of pgwidgets draws
//
// Such a server takes what a call of it makes for the same object in every page of a session, by the number that one
// of them tells. What the user of one page makes, such as a place in a text, must not use these numbers up.

const FIRST_OF_USER = -(2 ** 40)

export class OwnNumbers {
  /** Whether what the user makes has numbers of its own. */
  isUserApart = false
  #last = 0
  #lastOfUser = FIRST_OF_USER

  next(isUsers: boolean): number {
    return isUsers && this.isUserApart ? --this.#lastOfUser : --this.#last
  }

  /** All of them have ended: the next page of the session begins here too. */
  restart(): void {
    this.#last = 0
  }
}
