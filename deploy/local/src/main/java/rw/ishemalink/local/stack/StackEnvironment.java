package rw.ishemalink.local.stack;

import java.util.HashMap;
import java.util.Map;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.schemas.Agency;

/** What each service of a stack is told by its environment. */
final class StackEnvironment {

    private final StackOptions options;
    private final LocalStack stack;
    private final Secrets secrets;
    private final int smtpPort;
    private final int httpsPort;

    StackEnvironment(StackOptions options, LocalStack stack, int smtpPort, int httpsPort) {
        this.options = options;
        this.stack = stack;
        this.secrets = new Secrets(options.parts().home());
        this.smtpPort = smtpPort;
        this.httpsPort = httpsPort;
    }

    /** The password of the agency's account at the broker. */
    String agencyPassword(Agency agency) {
        return secrets.getOrCreate("ISHEMA_AGENCY_" + agency.name() + "_PASSWORD");
    }

    /** The later entries have the last word: where the others are, what the service declares, what the caller adds. */
    Map<String, String> of(ServicePart part) {
        Map<String, String> environment = new HashMap<>(whereToListen(part));
        environment.putAll(whereOthersAre());
        part.service()
                .database()
                .map(name -> stack.postgres().server().access(name))
                .ifPresent(access -> environment.putAll(database(access)));
        part.service()
                .environment()
                .forEach((name, value) ->
                        environment.put(name, System.getenv().getOrDefault(name, filledIn(name, value, part))));
        options.environment()
                .getOrDefault(part.service().name(), Map.of())
                .forEach((name, value) -> environment.put(name, filledIn(name, value, part)));
        return environment;
    }

    private static Map<String, String> whereToListen(ServicePart part) {
        return Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(part.port()));
    }

    private Map<String, String> whereOthersAre() {
        Map<String, String> others = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers(),
                "ISHEMA_REGISTRY_URL", stack.registry().url().toString(),
                "ISHEMA_SMTP_PORT", Integer.toString(smtpPort)));
        stack.services()
                .forEach(other ->
                        others.put(other.service().urlVariable(), other.url().toString()));
        return others;
    }

    private static Map<String, String> database(JdbcAccess access) {
        return Map.of(
                "ISHEMA_JDBC_URL", access.url(),
                "ISHEMA_JDBC_USER", access.user(),
                "ISHEMA_JDBC_PASSWORD", access.password());
    }

    /** Another instance of the door takes any. */
    private int httpsPort(ServicePart part) {
        return part.name().equals(part.service().name()) ? httpsPort : 0;
    }

    /** The door's, behind the password that it is told too. */
    private String certificate() {
        return Certificate.in(options.parts().home().resolve("tls"))
                .getOrCreate(secrets.getOrCreate("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD"))
                .toString();
    }

    /** The one of analytics that answers. */
    private String generation() {
        return Integer.toString(Generation.current(options.parts().home()).number());
    }

    /** Secrets are made when first named: {@code secret} under the variable's name, {@code own-secret} one per service. */
    private String filledIn(String variable, String value, ServicePart part) {
        String kept = value.contains("own-secret") ? part.service().name() + "." + variable : variable;
        String secret = value.contains("secret}") ? secrets.getOrCreate(kept) : "";
        return value.replace("${own-secret}", secret)
                .replace("${certificate}", value.contains("${certificate}") ? certificate() : "")
                .replace("${https-port}", Integer.toString(httpsPort(part)))
                .replace("${secret}", secret)
                .replace("${generation}", value.contains("${generation}") ? generation() : "")
                .replace("${home}", options.parts().home().toString())
                .replace("${name}", part.name())
                .replace("${port}", Integer.toString(part.port()));
    }
}
