package rw.ishemalink.local.story;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What is drawn by lot is drawn once: no two people of a run have a number, no two vehicles a plate. */
final class Lots {

    private static final Set<String> DRAWN = ConcurrentHashMap.newKeySet();

    private Lots() {}

    static String draw(Supplier<String> lot) {
        String drawn;
        do {
            drawn = lot.get();
        } while (!DRAWN.add(drawn));
        return drawn;
    }
}
