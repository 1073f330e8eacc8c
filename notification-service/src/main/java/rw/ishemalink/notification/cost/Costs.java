package rw.ishemalink.notification.cost;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Adds up what messages cost. */
@ApplicationScoped
public class Costs {

    private static final String SUM = """
            select channel, provider, template, cost_currency as currency, count(*) as messages, sum(parts) as parts,
                   coalesce(sum(cost_hundredths), 0) as cost_hundredths,
                   count(*) filter (where cost_hundredths is null) as without_price
              from message
             where tenant = :tenant and ended_at >= :from and ended_at < :until and provider is not null
             group by channel, provider, template, cost_currency
             order by channel, provider, template, cost_currency""";

    /**
     * The messages of one kind.
     *
     * @param currency null where the provider says no price
     * @param parts of SMS, as operators count them
     * @param withoutPrice how many of the messages the provider gave no price for
     */
    public record CostLine(
            String channel,
            String provider,
            String template,
            @Nullable String currency,
            long messages,
            long parts,
            long costHundredths,
            long withoutPrice) {}

    /** What the tenant's messages cost that went out from then on and before then. */
    public List<CostLine> list(Handle sql, String tenant, Instant from, Instant until) {
        return sql.createQuery(SUM)
                .bind("tenant", tenant)
                .bind("from", from)
                .bind("until", until)
                .map(ConstructorMapper.of(CostLine.class))
                .list();
    }
}
