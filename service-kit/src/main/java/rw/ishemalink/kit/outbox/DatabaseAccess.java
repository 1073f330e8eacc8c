package rw.ishemalink.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** SQL in sight: Jdbi over the pooled data source (docs/decisions.md, "SQL in sight"). */
@Singleton
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
final class DatabaseAccess {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }
}
