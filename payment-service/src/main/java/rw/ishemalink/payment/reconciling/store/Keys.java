package rw.ishemalink.payment.reconciling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.reconciling.MovementKey;

/** Movements' keys as a relation {@code wanted}, and back. */
final class Keys {

    static final Columns<MovementKey> WANTED = new Columns<MovementKey>()
            .with("wanted_kind", "text", MovementKey::kind)
            .with("wanted_reference", "text", MovementKey::reference);

    private Keys() {}

    /** From columns {@code movement_kind} and {@code reference}. */
    static MovementKey key(ResultSet row, StatementContext context) throws SQLException {
        return new MovementKey(Kind.valueOf(row.getString("movement_kind")), row.getString("reference"));
    }

    /** Whether it can be one of ours; foreign lines are called whatever the provider likes. */
    static boolean isReference(MovementKey key) {
        try {
            return UUID.fromString(key.reference()).toString().equals(key.reference());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
