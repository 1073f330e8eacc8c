package rw.ishemalink.payment.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.ledger.Entry;
import rw.ishemalink.payment.ledger.NewTransfer;
import rw.ishemalink.payment.ledger.Phase;

/** Transfers in the database: a transfer and its entries are one statement. */
@ApplicationScoped
public class TransferStore {

    /**
     * A line of a transfer.
     *
     * @param place 1, 2, 3 … in its transfer
     */
    private record Line(UUID transferId, int place, Entry entry) {}

    private static final Columns<NewTransfer> TRANSFERS = new Columns<NewTransfer>()
            .with("transfer_id", "uuid", NewTransfer::transferId)
            .with("tenant", "text", made -> made.posting().tenant())
            .with("kind", "text", made -> made.posting().transfer().kind())
            .with("phase", "text", NewTransfer::phase)
            .with("subject", "text", made -> made.posting().subject().type())
            .with("subject_id", "uuid", made -> made.posting().subject().id())
            .with("reference", "uuid", made -> made.posting().transfer().reference())
            .with("corrects", "uuid", made -> made.posting().transfer().corrects())
            .with("reason", "text", made -> made.posting().transfer().reason());

    private static final Columns<Line> LINES = new Columns<Line>()
            .with("of_transfer", "uuid", Line::transferId)
            .with("place", "int", Line::place)
            .with("account", "text", line -> line.entry().account())
            .with("party", "uuid", line -> line.entry().party())
            .with("side", "text", line -> line.entry().side())
            .with("amount", "bigint", line -> line.entry().amount());

    private static final String INSERT = """
            with made as (
              insert into ledger_transfer (%1$s) select %1$s from %2$s %4$s returning transfer_id, tenant),
            written as (
              insert into ledger_entry (transfer_id, tenant, account, party, side, amount)
              select made.transfer_id, made.tenant, line.account, line.party, line.side, line.amount
                from made join %3$s on line.of_transfer = made.transfer_id
               order by made.transfer_id, line.place)
            select count(*) from made""";

    private static final String INSERT_ALL = insert("");

    private static final String INSERT_NEW = insert("on conflict (reference, kind, phase) do nothing");

    /** The second of two waits for the first: it then finds it there, or takes its place. */
    private static final String RESOLVE = """
            with made as (
              insert into ledger_transfer (transfer_id, tenant, kind, phase, subject, subject_id, reference, resolves)
              select :transferId, tenant, kind, :phase, subject, subject_id, reference, transfer_id
                from ledger_transfer
               where transfer_id = :reservation and tenant = :tenant and phase = 'RESERVE'
              on conflict do nothing
              returning transfer_id, tenant, resolves)
            insert into ledger_entry (transfer_id, tenant, account, party, side, amount)
            select made.transfer_id, made.tenant, e.account, e.party, e.side, e.amount
              from made join ledger_entry e on e.transfer_id = made.resolves order by e.entry_id""";

    private static String insert(String onConflict) {
        return INSERT.formatted(TRANSFERS.names(), TRANSFERS.relation("wanted"), LINES.relation("line"), onConflict);
    }

    /** Writes them all. */
    public void insert(Handle sql, List<NewTransfer> transfers) {
        insert(sql, INSERT_ALL, transfers);
    }

    /** Writes those that are not there yet and answers how many. */
    public int insertNew(Handle sql, List<NewTransfer> transfers) {
        return insert(sql, INSERT_NEW, transfers);
    }

    private static int insert(Handle sql, String statement, List<NewTransfer> transfers) {
        List<Line> lines = transfers.stream().flatMap(TransferStore::lines).toList();
        return LINES.bindTo(TRANSFERS.bindTo(sql.createQuery(statement), transfers), lines)
                .mapTo(Integer.class)
                .one();
    }

    private static Stream<Line> lines(NewTransfer made) {
        List<Entry> entries = made.posting().transfer().entries();
        return IntStream.range(0, entries.size()).mapToObj(i -> new Line(made.transferId(), i + 1, entries.get(i)));
    }

    /** Posts or voids a reservation under that id; false when there is none, or it was posted or voided before. */
    public boolean resolve(Handle sql, UUID transferId, String tenant, UUID reservation, Phase phase) {
        return sql.createUpdate(RESOLVE)
                        .bind("transferId", transferId)
                        .bind("tenant", tenant)
                        .bind("reservation", reservation)
                        .bind("phase", phase.name())
                        .execute()
                > 0;
    }

    /** How the reservation was resolved, if it was. */
    public Optional<Phase> findResolution(Handle sql, String tenant, UUID reservation) {
        return sql.createQuery("select phase from ledger_transfer where resolves = :reservation and tenant = :tenant")
                .bind("reservation", reservation)
                .bind("tenant", tenant)
                .mapTo(Phase.class)
                .findOne();
    }
}
