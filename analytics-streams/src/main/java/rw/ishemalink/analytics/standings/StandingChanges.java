package rw.ishemalink.analytics.standings;

import java.util.HashMap;
import java.util.Map;
import rw.ishemalink.analytics.booking.Correction;
import rw.ishemalink.analytics.booking.Share;

/** What a correction changes on the boards. */
public final class StandingChanges {

    private StandingChanges() {}

    /** By how much each entry changes; entries that do not change are left out. */
    public static Map<StandingKey, Tally> of(Correction correction) {
        return correction.changes(StandingChanges::parts, Tally::negative, Tally::plus, Tally.ZERO);
    }

    private static Map<StandingKey, Tally> parts(Share share) {
        Map<StandingKey, Tally> parts = new HashMap<>();
        for (Board board : Board.values()) {
            board.findId(share).ifPresent(id -> parts.put(new StandingKey(share.tenant(), board, id), Tally.of(share)));
        }
        return parts;
    }
}
