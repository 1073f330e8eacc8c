package rw.ishemalink.compliance.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiConsumer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Duplicate;
import rw.ishemalink.compliance.receipt.DeviceAnswer.NotInstalled;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Refused;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;
import rw.ishemalink.compliance.receipt.DeviceTask.GiveUp;
import rw.ishemalink.compliance.receipt.DeviceTask.Initialise;
import rw.ishemalink.compliance.receipt.DeviceTask.Move;
import rw.ishemalink.compliance.receipt.DeviceTask.Sell;
import rw.ishemalink.compliance.receipt.ReceiptJob.State;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Works off the receipt jobs: claim in one transaction, call the device outside of any, record in another. Killed at any
 * line, the same sale is sent again under the same invoice number, and 994 tells that the device has it.
 */
@ApplicationScoped
class ReceiptDesk {

    private final UnitOfWork unitOfWork;
    private final FiscalDevice device;
    private final DeviceClaims claims;
    private final DeviceLog log;
    private final ReceiptDrafts drafts;
    private final Receipts receipts;
    private final MeterRegistry meters;

    ReceiptDesk(
            UnitOfWork unitOfWork,
            FiscalDevice device,
            DeviceClaims claims,
            DeviceLog log,
            ReceiptDrafts drafts,
            Receipts receipts,
            MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.device = device;
        this.claims = claims;
        this.log = log;
        this.drafts = drafts;
        this.receipts = receipts;
        this.meters = meters;
    }

    /** Takes one step with one device; false when there is nothing to do now. */
    boolean step() {
        Optional<DeviceTask> task = unitOfWork.call(tx -> claims.claim(tx.sql()));
        task.ifPresent(this::perform);
        return task.isPresent();
    }

    private void perform(DeviceTask task) {
        switch (task) {
            case Initialise initialise -> initialise(initialise);
            case Sell sell -> {
                Correlation.begin(sell.job().correlationId());
                sell(sell);
            }
            case Move move -> move(move);
            case GiveUp giveUp -> giveUp(giveUp);
        }
    }

    private void initialise(Initialise task) {
        DeviceAnswer<DeviceIdentity> answer = device.initialise();
        record(task, "initialise", answer, (tx, identity) -> {
            log.initialised(tx.sql(), task.device(), identity);
            log.answered(tx.sql(), task.device());
        });
    }

    private void sell(Sell task) {
        DeviceAnswer<SignedSale> answer = device.saveSales(task.sale());
        if (answer instanceof Duplicate<SignedSale>) {
            answer = askForLostReply(task);
        }
        record(task, "saveSales", answer, (tx, signed) -> {
            receipts.add(tx, task.device().tin(), drafts.official(task.job(), task.sale(), signed));
            log.signed(tx.sql(), task.device(), task.sale().kind(), signed);
            log.moveOn(tx.sql(), task.job(), State.STOCK);
            log.answered(tx.sql(), task.device());
        });
    }

    private DeviceAnswer<SignedSale> askForLostReply(Sell task) {
        return switch (device.initialise()) {
            case Done<DeviceIdentity>(DeviceIdentity now) ->
                LostReply.find(task.device(), task.sale(), now)
                        .<DeviceAnswer<SignedSale>>map(Done::new)
                        .orElseGet(Duplicate::new);
            case Unavailable<DeviceIdentity>(String cause) -> new Unavailable<>(cause);
            case Duplicate<DeviceIdentity> _, NotInstalled<DeviceIdentity> _, Refused<DeviceIdentity> _ ->
                new Unavailable<>("994, and the device does not tell its last numbers");
        };
    }

    private void move(Move task) {
        DeviceAnswer<StockMovement> answer = device.saveStockItems(task.movement());
        // 994: the reply to an earlier try was lost.
        DeviceAnswer<StockMovement> known =
                answer instanceof Duplicate<StockMovement> ? new Done<>(task.movement()) : answer;
        record(task, "saveStockItems", known, (tx, _) -> {
            log.moveOn(tx.sql(), task.job(), State.DONE);
            log.answered(tx.sql(), task.device());
        });
    }

    private void giveUp(GiveUp task) {
        unitOfWork.run(tx -> {
            if (log.stillHolds(tx.sql(), task)) {
                log.park(tx.sql(), task.job(), task.cause());
                log.answered(tx.sql(), task.device());
            }
        });
    }

    private <T> void record(DeviceTask task, String call, DeviceAnswer<T> answer, BiConsumer<Tx, T> whenDone) {
        meters.counter(
                        "ishema.compliance.vsdc.calls",
                        "call",
                        call,
                        "outcome",
                        answer.getClass().getSimpleName())
                .increment();
        unitOfWork.run(tx -> {
            if (!log.stillHolds(tx.sql(), task)) {
                return;
            }
            switch (answer) {
                case Done<T>(T value) -> whenDone.accept(tx, value);
                case Duplicate<T> _ -> taken(tx, task);
                case NotInstalled<T> _ -> {
                    log.forgotten(tx.sql(), task.device());
                    silent(tx, task, "901, not a valid device");
                }
                case Refused<T>(String code, String message) -> refused(tx, task, code + " " + message);
                case Unavailable<T>(String cause) -> silent(tx, task, cause);
            }
        });
    }

    private void silent(Tx tx, DeviceTask task, String cause) {
        log.silent(tx.sql(), task.device(), cause);
        switch (task) {
            case Sell sell -> log.failed(tx.sql(), sell.job(), cause);
            case Move move -> log.failed(tx.sql(), move.job(), cause);
            case Initialise _, GiveUp _ -> {
                // No job was tried.
            }
        }
    }

    private void taken(Tx tx, DeviceTask task) {
        if (task instanceof Sell sell) {
            log.parkWithNumber(tx.sql(), sell.job(), "994: another sale has this invoice number");
        }
        log.answered(tx.sql(), task.device());
    }

    private void refused(Tx tx, DeviceTask task, String error) {
        switch (task) {
            case Sell sell -> log.park(tx.sql(), sell.job(), error);
            // The receipt stands; only RRA's stock book lacks a line.
            case Move move -> {
                log.failed(tx.sql(), move.job(), error);
                log.moveOn(tx.sql(), move.job(), State.DONE);
            }
            case Initialise _, GiveUp _ -> {
                log.silent(tx.sql(), task.device(), error);
                return;
            }
        }
        log.answered(tx.sql(), task.device());
    }
}
