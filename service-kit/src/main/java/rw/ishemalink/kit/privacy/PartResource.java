package rw.ishemalink.kit.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** This service's part of the copy that a person asked for. */
@Path("/api/privacy/services/{service}/parts/{requestId}")
@Tag(name = "privacy")
@IfBuildProperty(name = "ishema.privacy.part", stringValue = "true")
@Authenticated
public class PartResource {

    /**
     * Rows of one set.
     *
     * @param next key to ask for as {@code after} with this set; null on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            String set,
            List<Map<String, Object>> rows,
            @Nullable String next) {

        /** Never the rows: this text could reach logs. */
        @Override
        public String toString() {
            return "Page[" + set + "]";
        }
    }

    /** All sets, or the one that was asked for. */
    public record Part(String service, UUID requestId, UUID personId, List<Page> sets) {}

    private final UnitOfWork work;
    private final PersonalCopy copy;
    private final List<PersonalData> data;
    private final PrivacyConfig config;
    private final Caller caller;
    private final String service;

    PartResource(
            UnitOfWork work,
            PersonalCopy copy,
            @All List<PersonalData> data,
            PrivacyConfig config,
            Caller caller,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.work = work;
        this.copy = copy;
        this.data = data;
        this.config = config;
        this.caller = caller;
        this.service = service;
    }

    @GET
    @RunOnVirtualThread
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "What this service holds of me",
            description = "All sets with their first rows; one set behind a row with ?set=…&after=…")
    public Part get(
            @RestPath("service") String named,
            @RestPath UUID requestId,
            @RestQuery @Nullable String set,
            @RestQuery @Nullable String after) {
        if (!named.equals(service)) {
            throw ProblemException.notFound("no-such-service");
        }
        return work.read(sql -> {
            PrivacyTask asked = PrivacyTaskStore.findCopy(
                            sql, requestId, caller.tenant(), caller.personId(), config.copyLife())
                    .orElseThrow(() -> ProblemException.notFound("no-such-copy"));
            return new Part(service, requestId, asked.personId(), pages(sql, set, Optional.ofNullable(after)));
        });
    }

    private List<Page> pages(Handle sql, @Nullable String set, Optional<String> after) {
        return data.stream()
                .flatMap(it -> it.sets().stream())
                .filter(it -> set == null || it.name().equals(set))
                .map(it -> page(sql, it, set == null ? Optional.empty() : after))
                .toList();
    }

    private Page page(Handle sql, PersonalSet set, Optional<String> after) {
        List<Map<String, Object>> rows =
                copy.list(sql, set, caller.tenant(), caller.personId(), after, config.page() + 1);
        if (rows.size() <= config.page()) {
            return new Page(set.name(), rows, null);
        }
        List<Map<String, Object>> page = rows.subList(0, config.page());
        return new Page(
                set.name(), List.copyOf(page), String.valueOf(page.getLast().get(set.key())));
    }
}
