package rw.ishemalink.local.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.local.load.FixText.PhoneFix;
import rw.ishemalink.local.load.HttpLoad.Answer;

/** Fixes of some vehicles by turns, each counted when it is sent and when the service has taken it. */
final class FixWork implements PhoneWork {

    private static final int SHOWN_ANSWER = 300;

    /**
     * Which of a vehicle's fixes are next.
     *
     * @see #now
     */
    @FunctionalInterface
    interface Times {
        /** Milliseconds since 1970, each later than all before of that vehicle. */
        List<Long> next(int vehicle, long dueMillis);
    }

    private final int first;
    private final int count;
    private final Times times;
    private final FixPhone phone;
    private final FixLedger ledger;
    private final List<String> wrong = new ArrayList<>();
    private int turn;
    private long taken;

    FixWork(int first, int count, Times times, FixPhone phone, FixLedger ledger) {
        this.first = first;
        this.count = count;
        this.times = times;
        this.phone = phone;
        this.ledger = ledger;
    }

    /** One fix, taken when it is due. */
    static Times now() {
        Map<Integer, Long> last = new HashMap<>();
        return (vehicle, due) -> List.of(last.merge(vehicle, due, (before, next) -> Math.max(before + 1, next)));
    }

    /** So many of one second each, from that time on: of a phone that was out of reach. */
    static Times since(long beginMillis, int fixes, long stepMillis) {
        Map<Integer, Long> last = new HashMap<>();
        return (vehicle, _) -> {
            long begin = last.merge(vehicle, beginMillis, (before, _) -> before + fixes * stepMillis);
            List<Long> next = new ArrayList<>(fixes);
            for (int i = 0; i < fixes; i++) {
                next.add(begin + i * stepMillis);
            }
            return next;
        };
    }

    @Override
    public Optional<PhoneRequest> next(long dueMillis) {
        int vehicle = first + turn;
        turn = (turn + 1) % count;
        List<PhoneFix> fixes = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        for (long millis : times.next(vehicle, dueMillis)) {
            long key = FixLedger.key(vehicle, millis);
            ledger.asked(key);
            keys.add(key);
            fixes.add(PositionFleet.fix(vehicle, millis));
        }
        return Optional.of(new PhoneRequest(phone.request(vehicle, fixes), keys));
    }

    @Override
    public void sentAgain(PhoneRequest request) {
        request.fixes().forEach(ledger::asked);
    }

    @Override
    public void answered(PhoneRequest request, Answer answer) {
        boolean all = answer.body().isEmpty()
                || answer.body().contains("\"accepted\":" + request.fixes().size());
        if (answer.status() < 300 && all) {
            request.fixes().forEach(ledger::taken);
            taken += request.fixes().size();
        } else {
            wrong.add(answer.status() + " "
                    + answer.body()
                            .substring(0, Math.min(SHOWN_ANSWER, answer.body().length())));
        }
    }

    /** Fixes that the service has taken. */
    long taken() {
        return taken;
    }

    /** Answers that were not what was expected. */
    List<String> wrong() {
        return wrong;
    }
}
