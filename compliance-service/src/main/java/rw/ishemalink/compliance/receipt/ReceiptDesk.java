package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Duplicate;
import rw.ishemalink.compliance.receipt.DeviceAnswer.NotInstalled;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Refused;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;
import rw.ishemalink.compliance.receipt.DeviceTask.GiveUp;
import rw.ishemalink.compliance.receipt.DeviceTask.Initialise;
import rw.ishemalink.compliance.receipt.DeviceTask.Page;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Works off the receipt jobs a page at a time: claim in one transaction, call the device outside of any, record all that it
 * answered and claim the next page in another. Killed at any line, the same sales are sent again under the same invoice
 * numbers; 994 tells that the device has them, and {@link LostReply} which receipts they got.
 */
@ApplicationScoped
class ReceiptDesk {

    private final UnitOfWork unitOfWork;
    private final PageCalls calls;
    private final DeviceClaims claims;
    private final DeviceLog log;
    private final ReceiptDrafts drafts;
    private final Receipts receipts;

    ReceiptDesk(
            UnitOfWork unitOfWork,
            PageCalls calls,
            DeviceClaims claims,
            DeviceLog log,
            ReceiptDrafts drafts,
            Receipts receipts) {
        this.unitOfWork = unitOfWork;
        this.calls = calls;
        this.claims = claims;
        this.log = log;
        this.drafts = drafts;
        this.receipts = receipts;
    }

    /** Serves one device as long as it has work and answers; false when there is nothing to do now. */
    boolean step() {
        Optional<DeviceTask> task = unitOfWork.call(tx -> claims.claim(tx.sql()));
        boolean found = task.isPresent();
        while (task.isPresent()) {
            task = perform(task.get());
        }
        return found;
    }

    /** Does it and answers with what is to be done next with the device, if it is still ours. */
    private Optional<DeviceTask> perform(DeviceTask task) {
        return switch (task) {
            case Initialise initialise -> {
                DeviceAnswer<DeviceIdentity> answer = calls.initialise(initialise.device());
                yield record(task, tx -> initialised(tx, initialise, answer));
            }
            case Page page -> {
                PageOutcome outcome = calls.send(page);
                yield record(task, tx -> served(tx, page, outcome));
            }
            case GiveUp giveUp ->
                record(task, tx -> {
                    log.park(tx.sql(), giveUp.job(), giveUp.cause());
                    return true;
                });
        };
    }

    /** What was found out about a device; false when it is to be let alone for now. */
    @FunctionalInterface
    private interface Entry {
        boolean write(Tx tx);
    }

    private Optional<DeviceTask> record(DeviceTask task, Entry entry) {
        return unitOfWork.call(
                tx -> claims.hold(tx.sql(), task) && entry.write(tx) ? claims.next(tx.sql(), task) : Optional.empty());
    }

    private boolean initialised(Tx tx, Initialise task, DeviceAnswer<DeviceIdentity> answer) {
        if (answer instanceof Done<DeviceIdentity>(DeviceIdentity identity)) {
            log.initialised(tx.sql(), task.device(), identity);
            return true;
        }
        log.silent(tx.sql(), task.device(), answer.toString());
        return false;
    }

    private boolean served(Tx tx, Page page, PageOutcome outcome) {
        Map<Long, String> replaced = receipts.listLocalSignatures(
                tx.sql(),
                outcome.signed().stream().map(one -> one.order().job().jobId()).toList());
        List<Receipts.Issued> issued = outcome.signed().stream()
                .map(one -> drafts.official(one, replaced.get(one.order().job().jobId())))
                .toList();
        receipts.add(tx, page.device().tin(), issued);
        log.moveOn(tx.sql(), outcome);
        if (outcome.hasAnswered()) {
            log.served(tx.sql(), outcome.device());
        }
        PageOutcome.Failed failed = outcome.failed();
        return failed == null || failed(tx, outcome.device(), failed);
    }

    private boolean failed(Tx tx, DeviceRow device, PageOutcome.Failed call) {
        if (!(call.answer() instanceof Unavailable<?>)) {
            log.note(tx.sql(), call.job(), call.wasMovement(), call.answer().toString());
        }
        return switch (call.answer()) {
            case Done<?> _ -> true;
            case Duplicate<?> _ -> {
                log.parkWithNumber(tx.sql(), call.job(), ParkingCause.FOREIGN_NUMBER);
                yield true;
            }
            case Refused<?> refusal -> {
                refused(tx, call, ParkingCause.of(refusal));
                yield true;
            }
            case NotInstalled<?> _ -> {
                log.forgotten(tx.sql(), device);
                yield silent(tx, device, call, "901, not a valid device");
            }
            case Unavailable<?>(String cause) -> silent(tx, device, call, cause);
        };
    }

    private boolean silent(Tx tx, DeviceRow device, PageOutcome.Failed call, String cause) {
        log.silent(tx.sql(), device, cause);
        log.failed(tx.sql(), call.job(), cause);
        return false;
    }

    private void refused(Tx tx, PageOutcome.Failed call, ParkingCause cause) {
        if (call.wasMovement()) {
            // The receipt stands; only RRA's stock book lacks a line.
            log.failed(tx.sql(), call.job(), cause.text());
            log.done(tx.sql(), call.job());
        } else {
            log.park(tx.sql(), call.job(), cause);
        }
    }
}
