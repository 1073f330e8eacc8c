package rw.ishemalink.compliance.receipt;

/** What became of a call to the device. */
public sealed interface DeviceAnswer<T> {

    /** It did it (000). */
    record Done<T>(T value) implements DeviceAnswer<T> {}

    /** It had done it before (994); what it answered then it does not say again. */
    record Duplicate<T>() implements DeviceAnswer<T> {}

    /** It has not been initialised, or has forgotten that it was (901). */
    record NotInstalled<T>() implements DeviceAnswer<T> {}

    /** It will not do it, however often it is asked; code and message are RRA's. */
    record Refused<T>(String code, String message) implements DeviceAnswer<T> {}

    /** No reply, or none that says whether it was done. */
    record Unavailable<T>(String cause) implements DeviceAnswer<T> {}
}
