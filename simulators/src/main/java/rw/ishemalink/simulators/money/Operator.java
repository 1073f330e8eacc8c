package rw.ishemalink.simulators.money;

import jakarta.enterprise.event.Observes;
import java.util.Optional;
import rw.ishemalink.simulators.Agenda;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.ControlReset;
import rw.ishemalink.simulators.faults.FaultDesk;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** A mobile money operator without its wire: what it knows, and what can be ordered of it by hand. */
public abstract class Operator {

    private final OutsideSystem system;
    private final OperatorConfig config;
    private final Manner manner;
    private final Book book;
    private final Purse purse;
    private final Payers payers;
    private final CallbackSender sender;
    private final Callbacks callbacks;
    private final Settlement settlement;

    protected Operator(
            OutsideSystem system,
            OperatorConfig config,
            Manner manner,
            WorldClock clock,
            Agenda agenda,
            FaultDesk desk) {
        this.system = system;
        this.config = config;
        this.manner = manner;
        this.book = new Book(clock);
        this.purse = new Purse(config.disbursementFloat());
        this.payers = new Payers(config, manner::findTestPayer);
        this.sender = new CallbackSender(config.callbackPatience(), clock, manner);
        this.callbacks = new Callbacks(clock, agenda, desk, system, sender);
        this.settlement = new Settlement(book, manner, config.feeBasisPoints());
    }

    protected abstract Tokens<?> tokens();

    public OutsideSystem system() {
        return system;
    }

    public Book book() {
        return book;
    }

    public Purse purse() {
        return purse;
    }

    public Payers payers() {
        return payers;
    }

    public Settlement settlement() {
        return settlement;
    }

    public CallbackSender sender() {
        return sender;
    }

    public Callbacks callbacks() {
        return callbacks;
    }

    /** The operator's own id of the operation. */
    public String transactionId(Transaction transaction) {
        return manner.transactionId(transaction);
    }

    /** Takes an operation; empty if its reference is taken. */
    public Optional<Transaction> accept(Order order, Plan plan) {
        Optional<Transaction> accepted = book.accept(order, plan);
        accepted.ifPresent(callbacks::follow);
        return accepted;
    }

    /** What becomes of money that is to go out to that phone; with a good plan it is spent. */
    public Plan planPayout(String msisdn, Terms terms) {
        return manner.findTestPayee(msisdn).orElseGet(() -> planSpending(terms));
    }

    /** What becomes of money that is to go out; with a good plan it is spent. */
    public Plan planSpending(Terms terms) {
        Verdict verdict = purse.spend(terms) ? Verdict.SUCCESSFUL : Verdict.failed("NOT_ENOUGH_FUNDS");
        return Plan.of(config.approvalDelay(), verdict);
    }

    void onReset(@Observes ControlReset reset) {
        payers.forgetOrders();
        settlement.withdraw();
    }
}
