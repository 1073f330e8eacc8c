package rw.ishemalink.notification.cost.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.reads.Reads;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.cost.Costs;
import rw.ishemalink.notification.cost.Costs.CostLine;

/** What the caller's tenant spends on messages. */
@Path("/api/notifications/costs")
@Tag(name = "Costs")
@RolesAllowed(Role.Names.TENANT_ADMIN)
public class CostResource {

    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])");

    private final Reads reads;
    private final Costs costs;
    private final Caller caller;
    private final ZoneId zone;

    CostResource(Reads reads, Costs costs, Caller caller, NotificationConfig config) {
        this.reads = reads;
        this.costs = costs;
        this.caller = caller;
        this.zone = config.zone();
    }

    @GET
    @Operation(summary = "What my tenant's messages of a month cost, by channel, provider and text")
    @APIResponse(
            responseCode = "200",
            description = "Amounts in hundredths of the currency's unit, as providers told them")
    @APIResponse(responseCode = "400", description = "The month is not written as 2026-11")
    public List<CostLine> list(@RestQuery @Nullable String month) {
        YearMonth wanted = month(month);
        Instant from = wanted.atDay(1).atStartOfDay(zone).toInstant();
        Instant until = wanted.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return reads.read(sql -> costs.list(sql, caller.tenant(), from, until));
    }

    private static YearMonth month(@Nullable String text) {
        if (text == null || !MONTH.matcher(text).matches()) {
            throw ProblemException.badRequest("unreadable-month");
        }
        return YearMonth.parse(text);
    }
}
