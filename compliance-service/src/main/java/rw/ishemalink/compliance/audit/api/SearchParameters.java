package rw.ishemalink.compliance.audit.api;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.store.TrailSearch;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.schemas.Topics;

/** What a request looks for; all that is named must fit. */
public record SearchParameters(
        @Parameter(description = "Of this booking") @RestQuery @Nullable
        String booking,

        @Parameter(description = "Done by this person, or this person's matter") @RestQuery @Nullable
        String person,

        @Parameter(description = "With this driver") @RestQuery @Nullable
        String driver,

        @Parameter(description = "With this vehicle") @RestQuery @Nullable
        String vehicle,

        @Parameter(description = "Of this topic", example = "booking.events") @RestQuery @Nullable
        String topic,

        @Parameter(description = "Of this kind", example = "booking.events/PAID") @RestQuery @Nullable
        String type,

        @Parameter(description = "Not before", example = "2026-11-20T00:00:00Z") @RestQuery @Nullable
        String from,

        @Parameter(description = "Before", example = "2026-11-21T00:00:00Z") @RestQuery @Nullable
        String to,

        @Parameter(description = "The page after this: next of the page before") @RestQuery @Nullable
        String after) {

    private static final Role[] ALL_TOPICS = {Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN};

    /** An agency's matters: what moved, with which receipt and licence. Not who paid how, was told or looked at what. */
    static final Set<String> TOPICS_OF_GOVERNMENT = Stream.of(
                    Topics.BOOKING_EVENTS,
                    Topics.COMPLIANCE_EVENTS,
                    Topics.LICENCE_EVENTS,
                    Topics.GOV_RRA_RECEIPTS,
                    Topics.GOV_RURA_DISPATCHES,
                    Topics.GOV_EAC_MANIFESTS,
                    Topics.GOV_BNR_PAYMENTS,
                    Topics.GOV_BNR_MONTHS)
            .map(Topics::topicName)
            .collect(Collectors.toUnmodifiableSet());

    TrailSearch read(Caller caller) {
        return new TrailSearch(
                caller.tenant(),
                TrailParameters.id("booking", booking),
                TrailParameters.id("person", person),
                TrailParameters.id("driver", driver),
                TrailParameters.id("vehicle", vehicle),
                TrailParameters.name("topic", topic),
                TrailParameters.name("type", type),
                TrailParameters.time("from", from),
                TrailParameters.time("to", to),
                TrailParameters.after(after),
                topicsOf(caller));
    }

    /** The topics that the caller may see; empty: all. */
    static Set<String> topicsOf(Caller caller) {
        return caller.isAny(ALL_TOPICS) ? Set.of() : TOPICS_OF_GOVERNMENT;
    }
}
