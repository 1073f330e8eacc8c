package rw.ishemalink.payment.reconciling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.reconciling.Case;
import rw.ishemalink.payment.reconciling.Case.Proposal;
import rw.ishemalink.payment.reconciling.Difference;
import rw.ishemalink.payment.reconciling.OurSide;
import rw.ishemalink.payment.reconciling.Owed;
import rw.ishemalink.payment.reconciling.Resolution;
import rw.ishemalink.payment.reconciling.Sides;

/** A case's row. */
final class CaseRow {

    private CaseRow() {}

    static Case of(ResultSet row, StatementContext context) throws SQLException {
        return new Case(
                row.getObject("case_id", UUID.class),
                row.getLong("number"),
                Provider.valueOf(row.getString("provider")),
                Keys.key(row, context),
                row.getObject("day", LocalDate.class),
                row.getString("tenant"),
                new Difference(
                        Difference.Kind.valueOf(row.getString("kind")),
                        row.getLong("difference"),
                        row.getLong("of_fees")),
                sides(row),
                Case.Status.valueOf(row.getString("status")),
                proposal(row),
                find(row.getString("resolution"), Resolution::valueOf),
                row.getObject("unexplained_by", UUID.class),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("closed_at")));
    }

    private static Sides sides(ResultSet row) throws SQLException {
        return new Sides(
                row.getObject("movement", UUID.class),
                row.getString("transaction_id"),
                find(row.getString("their_status"), StatementLine.Status::valueOf),
                row.getLong("their_amount"),
                row.getLong("their_fee"),
                find(row.getString("our_state"), OurSide.State::valueOf),
                row.getLong("our_amount"),
                new Owed(Account.valueOf(row.getString("owed_account")), row.getObject("owed_party", UUID.class)));
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        String proposal = row.getString("proposal");
        return proposal == null
                ? null
                : new Proposal(
                        Resolution.valueOf(proposal),
                        row.getString("proposal_reason"),
                        row.getObject("proposed_by", UUID.class));
    }

    static Update bind(Update insert, Found found) {
        Sides sides = found.sides();
        return insert.bind("movementKind", found.key().kind().name())
                .bind("reference", found.key().reference())
                .bind("kind", found.difference().kind().name())
                .bind("difference", found.difference().amountRwf())
                .bind("ofFees", found.difference().ofFeesRwf())
                .bind("movement", sides.movement())
                .bind("transactionId", sides.transactionId())
                .bind("theirStatus", name(sides.theirStatus()))
                .bind("theirAmount", sides.theirAmountRwf())
                .bind("theirFee", sides.theirFeeRwf())
                .bind("ourState", name(sides.ourState()))
                .bind("ourAmount", sides.ourAmountRwf())
                .bind("owedAccount", sides.owed().account().name())
                .bind("owedParty", sides.owed().party())
                .bind("unexplainedBy", found.unexplainedBy());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <T> @Nullable T find(@Nullable String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
