package rw.ishemalink.local.stack;

/** How a part is. */
public enum PartState {
    /** It can be used. */
    READY("ready"),
    /** It runs since a short time and cannot be used yet. */
    STARTING("starting"),
    /** It runs and cannot be used. */
    NOT_READY("not ready"),
    /** It was started, nobody stopped it, and it is gone. */
    KILLED("killed"),
    /** Nobody started it. */
    STOPPED("stopped");

    private final String text;

    PartState(String text) {
        this.text = text;
    }

    /** As people read it. */
    public String text() {
        return text;
    }
}
