package rw.ishemalink.notification.ussd;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a list that fits one screen; its items are numbered from 1.
 *
 * @param from place of the first item in the whole list
 */
record Page<T>(List<T> all, int from, int size) {

    private static final String MORE = "98";

    List<T> items() {
        int start = Math.clamp(from, 0, all.size());
        return all.subList(start, Math.min(all.size(), start + size));
    }

    boolean hasMore() {
        return from + size < all.size();
    }

    /** The item of that number. */
    Optional<T> find(String typed) {
        return typed.matches("[1-9]")
                ? items().stream().skip(Integer.parseInt(typed) - 1L).findFirst()
                : Optional.empty();
    }

    /** Where the next page begins, if it is wanted and there is one. */
    Optional<Integer> findNext(String typed) {
        return typed.equals(MORE) && hasMore() ? Optional.of(from + size) : Optional.empty();
    }
}
