package rw.ishemalink.local.load;

import java.util.List;
import java.util.SplittableRandom;

/** Faults at random, the same in each run: what payers do, and what becomes of calls and callbacks. */
final class ProviderFaults {

    /** How many in a hundred payers do anything but approve at once. */
    private static final int ODD_PAYERS_PERCENT = 40;

    private static final List<String> PAYERS = List.of(
            "{\"behaviour\":\"REFUSE\"}",
            "{\"behaviour\":\"NO_FUNDS\"}",
            "{\"behaviour\":\"SILENT\"}",
            "{\"behaviour\":\"APPROVE_AFTER\",\"delayMillis\":3000}",
            "{\"behaviour\":\"APPROVE_AFTER\",\"delayMillis\":45000}",
            "{\"behaviour\":\"AMBIGUOUS_THEN_APPROVE\",\"delayMillis\":4000}");

    private static final List<String> WEATHER = List.of(
            "{}",
            "{\"callback\":\"REPEATED\"}",
            "{\"callback\":\"NEVER\"}",
            "{\"callback\":\"LATE\",\"delayMillis\":3000}",
            "{\"callback\":\"FORGED\"}",
            "{\"callback\":\"REORDERED\",\"delayMillis\":1000}",
            "{\"lostReplies\":30}",
            "{\"lostReplies\":30,\"lostAs\":\"GATEWAY_TIMEOUT\"}",
            "{\"nextErrors\":30}",
            "{\"mode\":\"SLOW\",\"delayMillis\":400}",
            "{\"mode\":\"SLOW\",\"delayMillis\":6000}",
            "{\"mode\":\"DOWN\"}",
            "{\"mode\":\"ERROR\"}");

    private final Providers providers;
    private final SplittableRandom random;

    ProviderFaults(Providers providers, long seed) {
        this.providers = providers;
        this.random = new SplittableRandom(seed);
    }

    /** Decides what that payer will do. */
    void meet(String payer) {
        if (random.nextInt(100) < ODD_PAYERS_PERCENT) {
            providers.tell(payer, PAYERS.get(random.nextInt(PAYERS.size())));
        }
    }

    /** Changes what becomes of calls and callbacks; now and then all tokens end. */
    void turn() {
        for (String provider : Providers.ALL) {
            providers.order(provider, WEATHER.get(random.nextInt(WEATHER.size())));
            if (random.nextInt(4) == 0) {
                providers.endTokens(provider);
            }
        }
    }
}
