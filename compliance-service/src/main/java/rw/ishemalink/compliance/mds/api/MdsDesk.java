package rw.ishemalink.compliance.mds.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.feed.AgencyReaders;
import rw.ishemalink.compliance.mds.RequestedHour;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Agency;

/** What all MDS endpoints have in common: who may ask, as which provider we answer, in which form. */
@ApplicationScoped
class MdsDesk {

    private final ComplianceConfig.Mds config;
    private final ObjectMapper json;

    MdsDesk(ComplianceConfig config, ObjectMapper json) {
        this.config = config.mds();
        this.json = json;
    }

    /**
     * The provider that the caller asks: its token's tenant.
     *
     * @throws ProblemException 403 for whoever does not read for RURA
     */
    UUID provider(Caller caller) {
        AgencyReaders.require(caller, Agency.RURA);
        UUID configured = config.providerIds().get(caller.tenant());
        return configured == null
                ? UUID.nameUUIDFromBytes(("mds-provider:" + caller.tenant()).getBytes(UTF_8))
                : configured;
    }

    /**
     * The hour that was asked for.
     *
     * @throws ProblemException 400 when it is none
     */
    static RequestedHour hour(String parameter, @Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(RequestedHour::parse)
                .orElseThrow(() -> ProblemException.badRequest("bad-mds-hour", parameter));
    }

    /**
     * Whether the hour can be told of; else it is not told of yet.
     *
     * @param since when the first data is from
     * @throws ProblemException 404 when there is nothing to tell of it
     */
    boolean isKnown(RequestedHour hour, Optional<Instant> since) {
        return switch (hour.at(Instant.now(), since, config.hourSettlesAfter())) {
            case KNOWN -> true;
            case NOT_YET -> false;
            case NOTHING -> throw ProblemException.notFound("no-mds-hour");
        };
    }

    /** 200 with that body, as bytes: to a text a character set would be added, which the media type has not. */
    Response ok(Object payload) {
        try {
            return Response.ok(json.writeValueAsBytes(payload), MdsVersion.MEDIA_TYPE)
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is no JSON", e);
        }
    }

    /** 202: ask again in a while. */
    Response notYet() {
        return Response.accepted()
                .header("Retry-After", config.hourSettlesAfter().toSeconds())
                .build();
    }
}
