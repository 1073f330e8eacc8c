package rw.ishemalink.backup.wal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import rw.ishemalink.backup.source.Source;

/**
 * What makes the server keep the log that the archive has not had. A slot made through the replication protocol begins to keep
 * only when the archive has confirmed its first byte; until then a checkpoint may take the log away. So it is made to keep at
 * once (PostgreSQL's manual, "System Administration Functions": {@code immediately_reserve}).
 */
record ReplicationSlot(String name) {

    /** Makes it, unless it is there and keeps something: one that lost its log cannot be used again. */
    void reserve(Connection connection) throws SQLException {
        if (keepsLog(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_drop_replication_slot(slot_name) " + slots());
            statement.execute("select pg_create_physical_replication_slot('" + name + "', true)");
        }
    }

    private boolean keepsLog(Connection connection) throws SQLException {
        return Source.ask(connection, "select count(restart_lsn) " + slots()).equals("1");
    }

    private String slots() {
        return "from pg_replication_slots where slot_name = '" + name + "'";
    }
}
