package rw.ishemalink.analytics.engine;

import java.util.Optional;

/** What an exception may tell a log or a header: types only, because a message may quote personal data. */
final class Causes {

    private Causes() {}

    static String types(Throwable e) {
        String name = e.getClass().getName();
        return e.getCause() == null ? name : name + " <- " + types(e.getCause());
    }

    static <T extends Throwable> Optional<T> find(Class<T> type, Throwable e) {
        if (type.isInstance(e)) {
            return Optional.of(type.cast(e));
        }
        return Optional.ofNullable(e.getCause()).flatMap(cause -> find(type, cause));
    }
}
