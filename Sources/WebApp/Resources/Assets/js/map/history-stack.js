// What can be undone and done again. Pure.

const most = 200;

export class HistoryStack {
  constructor(first) {
    this.states = [first];
    this.place = 0;
  }

  get current() {
    return this.states[this.place];
  }

  get canUndo() {
    return this.place > 0;
  }

  get canRedo() {
    return this.place < this.states.length - 1;
  }

  /** Keeps a new state; what was undone before it is gone. */
  push(state) {
    this.states = [...this.states.slice(0, this.place + 1), state].slice(-most);
    this.place = this.states.length - 1;
  }

  undo() {
    if (this.canUndo) this.place -= 1;
    return this.current;
  }

  redo() {
    if (this.canRedo) this.place += 1;
    return this.current;
  }
}
