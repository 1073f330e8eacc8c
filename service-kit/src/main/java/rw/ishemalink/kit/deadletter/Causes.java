package rw.ishemalink.kit.deadletter;

import java.util.Optional;

/** The causes of an exception, without their messages: those may quote personal data. */
public final class Causes {

    private Causes() {}

    /** The types of the exception and of its causes: what a log or a header may tell. */
    public static String types(Throwable e) {
        String name = e.getClass().getName();
        return e.getCause() == null ? name : name + " <- " + types(e.getCause());
    }

    /** The first of that type among the exception and its causes. */
    public static <T extends Throwable> Optional<T> find(Class<T> type, Throwable e) {
        if (type.isInstance(e)) {
            return Optional.of(type.cast(e));
        }
        return Optional.ofNullable(e.getCause()).flatMap(cause -> find(type, cause));
    }
}
