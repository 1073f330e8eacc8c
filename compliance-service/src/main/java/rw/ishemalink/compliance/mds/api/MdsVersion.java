package rw.ishemalink.compliance.mds.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import rw.ishemalink.kit.problem.Problem;
import rw.ishemalink.kit.problem.ProblemTexts;

/** Answers 406 to whoever does not ask for MDS 2.0 by name (MDS 2.0, versioning): another version is another meaning. */
class MdsVersion {

    /** Of every answer. */
    static final String MEDIA_TYPE = "application/vnd.mds+json;version=2.0";

    private static final Pattern ADDRESS = Pattern.compile("/?mds/.*");
    private static final String SUBTYPE = "vnd.mds+json";
    private static final String VERSION = "2.0";
    private static final int NOT_ACCEPTABLE = 406;

    private final ProblemTexts texts;

    MdsVersion(ProblemTexts texts) {
        this.texts = texts;
    }

    @ServerRequestFilter
    Optional<Response> refuseOtherVersions(ContainerRequestContext request) {
        boolean ours = ADDRESS.matcher(request.getUriInfo().getPath()).matches();
        return !ours || request.getAcceptableMediaTypes().stream().anyMatch(MdsVersion::isOurs)
                ? Optional.empty()
                : Optional.of(refusal(request));
    }

    static boolean isOurs(MediaType type) {
        return type.getType().equals("application")
                && type.getSubtype().equals(SUBTYPE)
                && VERSION.equals(type.getParameters().get("version"));
    }

    private Response refusal(ContainerRequestContext request) {
        Locale language = ProblemTexts.language(request.getAcceptableLanguages());
        Problem problem = texts.problem(NOT_ACCEPTABLE, "mds-version", List.of(), List.of(), language);
        return Response.status(NOT_ACCEPTABLE)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(problem)
                .build();
    }
}
