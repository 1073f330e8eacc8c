package rw.ishemalink.notification.ussd;

/** What follows from an input. */
public sealed interface Step {

    /** The session afterwards. */
    Session session();

    /** Its screen is shown. */
    record Show(Session session) implements Step {}

    /** The API is asked first; what it says is for {@link UssdMenu#answered}. */
    record Ask(Session session, ApiCall call) implements Step {}
}
