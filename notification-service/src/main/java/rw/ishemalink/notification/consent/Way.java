package rw.ishemalink.notification.consent;

/** How a person wants to hear news of one urgency. */
public enum Way {
    /** As the text travels by itself: by SMS or e-mail, and in the app. */
    USUAL,
    /** In the app alone. */
    APP,
    /** Not at all. */
    NONE
}
