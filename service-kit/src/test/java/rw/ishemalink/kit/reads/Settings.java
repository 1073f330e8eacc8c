package rw.ishemalink.kit.reads;

import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.local.parts.JdbcAccess;

/** As configured with that replica, or with none. */
record Settings(Optional<JdbcAccess> replica, Duration mostBehind) implements ReadsConfig {

    @Override
    public Optional<String> jdbcUrl() {
        return replica.map(JdbcAccess::url);
    }

    @Override
    public Optional<String> username() {
        return replica.map(JdbcAccess::user);
    }

    @Override
    public Optional<String> password() {
        return replica.map(JdbcAccess::password);
    }

    @Override
    public Duration askEvery() {
        return Duration.ofMillis(50);
    }

    @Override
    public int maxSize() {
        return 4;
    }
}
