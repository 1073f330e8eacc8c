package rw.ishemalink.local.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.local.load.FixSource.Brought;
import rw.ishemalink.local.load.FixText.PhoneFix;
import rw.ishemalink.local.load.HttpLoad.Answer;

/** Fixes on their way to the service, each counted when it is sent and when the service has taken it. */
final class FixWork implements PhoneWork {

    private static final int SHOWN_ANSWER = 300;

    private final FixSource source;
    private final FixPhone phone;
    private final FixLedger ledger;
    private final List<String> wrong = new ArrayList<>();
    private long taken;

    FixWork(FixSource source, FixPhone phone, FixLedger ledger) {
        this.source = source;
        this.phone = phone;
        this.ledger = ledger;
    }

    @Override
    public Optional<PhoneRequest> next(long dueMillis) {
        return source.next(dueMillis).map(this::request);
    }

    private PhoneRequest request(Brought brought) {
        List<Long> keys = new ArrayList<>(brought.fixes().size());
        for (PhoneFix fix : brought.fixes()) {
            long key = FixLedger.key(brought.vehicle(), fix.recordedMillis());
            ledger.asked(key);
            keys.add(key);
        }
        return new PhoneRequest(phone.request(brought.driver(), brought.fixes()), keys);
    }

    @Override
    public void sentAgain(PhoneRequest request) {
        request.fixes().forEach(ledger::asked);
    }

    @Override
    public void answered(PhoneRequest request, Answer answer) {
        String text = answer.body();
        boolean all = text.isEmpty()
                || text.contains("\"accepted\":" + request.fixes().size());
        if (answer.status() < 300 && all) {
            request.fixes().forEach(ledger::taken);
            taken += request.fixes().size();
        } else {
            wrong.add(answer.status() + " " + text.substring(0, Math.min(SHOWN_ANSWER, text.length())));
        }
    }

    FixLedger ledger() {
        return ledger;
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
