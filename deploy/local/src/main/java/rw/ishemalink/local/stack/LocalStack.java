package rw.ishemalink.local.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.KafkaPart;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.parts.PostgresPart;
import rw.ishemalink.local.parts.PostgresServer;
import rw.ishemalink.local.parts.RegistryPart;
import rw.ishemalink.schemas.Agency;

/**
 * The suite on this machine: PostgreSQL, Kafka, the registry and every service, each a process that can be killed and
 * started alone. A new object finds what an earlier one of the same home left running.
 */
public final class LocalStack implements AutoCloseable {

    private static final String REGISTRY_DATABASE = "registry";

    private final StackOptions options;
    private final RunFiles files;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final RegistryPart registry;
    private final StackEnvironment environment;
    private final StackPorts ports;
    private final Map<String, ServicePart> services = new LinkedHashMap<>();
    private final List<ServicePart> moreInstances = new CopyOnWriteArrayList<>();

    /** A stack of which nothing is started here yet. */
    public LocalStack(StackOptions options) {
        this.options = options;
        this.files = new RunFiles(options.parts().home());
        this.ports = isAnythingAlive() ? StackPorts.recorded(options) : StackPorts.planned(options);
        this.postgres = new PostgresPart(options.parts(), ports.get("postgres"));
        this.kafka = new KafkaPart(options.parts(), ports.get("kafka"), ports.get(StackPorts.AGENCIES));
        this.registry = new RegistryPart(
                options.parts(),
                ports.get("registry"),
                () -> Optional.of(postgres.server().access(REGISTRY_DATABASE)));
        this.environment = new StackEnvironment(options, this, ports.get(StackPorts.SMTP), ports.get(StackPorts.HTTPS));
        for (ServiceSpec service : options.services()) {
            services.put(
                    service.name(),
                    new ServicePart(service.name(), service, ports.get(service.name()), options, environment::of));
        }
        parts().forEach(part -> files.find(part.name()).ifPresent(part::adopt));
    }

    /** A stack for tests, started: it ends with this JVM in any case, and with {@link #close()}. */
    public static LocalStack startForTests(StackOptions options) {
        LocalStack stack = new LocalStack(options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::killAll));
        stack.start(StackProgress.SILENT);
        return stack;
    }

    private boolean isAnythingAlive() {
        return files.list().stream()
                .anyMatch(part ->
                        files.find(part).flatMap(process -> process.find()).isPresent());
    }

    /**
     * Starts what does not run yet and waits until everything can be used.
     *
     * @throws rw.ishemalink.local.parts.PartFailedException when a part cannot be started; the others stay
     */
    public void start(StackProgress progress) {
        prepareStart(progress).run();
    }

    /** The same as an object, so that another thread can cancel it. */
    public StackStart prepareStart(StackProgress progress) {
        ports.write(options);
        return new StackStart(this, files, progress);
    }

    /** Makes the databases of all parts. */
    void createDatabases() {
        PostgresServer server = postgres.server();
        server.createDatabaseIfAbsent(REGISTRY_DATABASE);
        services.values().forEach(part -> part.service().database().ifPresent(server::createDatabaseIfAbsent));
    }

    /** Stops everything in the reverse order of the start, also what no part knows any more. */
    public void stop(StackProgress progress) {
        new StackStop(this, files, progress).run();
    }

    /** The same, in silence. */
    @Override
    public void close() {
        stop(StackProgress.SILENT);
    }

    /** Kills everything at once. */
    public void killAll() {
        parts().forEach(Part::kill);
    }

    /** Starts one part, on the data and port it had. */
    public void start(String part) {
        Part chosen = part(part);
        chosen.launch();
        record(chosen);
        chosen.awaitReady();
    }

    /** Stops one part in good order. */
    public void stop(String part) {
        part(part).stop();
        files.delete(part);
    }

    /** Kills one part with SIGKILL. */
    public void kill(String part) {
        part(part).kill();
    }

    /** Stops one part in good order and starts it again. */
    public void restart(String part) {
        stop(part);
        start(part);
    }

    /** Starts one more instance of a service on a port of its own; with {@code more} in its environment. */
    public ServicePart startAnother(String service, Map<String, String> more) {
        ServicePart another = launchAnother(service, more);
        another.awaitReady();
        return another;
    }

    /** The same without waiting until it can be used. */
    public ServicePart launchAnother(String service, Map<String, String> more) {
        ServicePart first = services.get(service);
        if (first == null) {
            throw new IllegalArgumentException("no service is named " + service);
        }
        String name = service + "-"
                + (2
                        + moreInstances.stream()
                                .filter(part -> part.service().equals(first.service()))
                                .count());
        ServicePart another = new ServicePart(name, first.service(), 0, options, part -> {
            Map<String, String> all = new HashMap<>(environment.of(part));
            all.putAll(more);
            return all;
        });
        moreInstances.add(another);
        another.launch();
        record(another);
        return another;
    }

    /** Stops an instance of that name that an earlier command started beside the declared ones and left running. */
    public void stopForgotten(String name) {
        new StackStop(this, files, StackProgress.SILENT).stopUnknown(name);
    }

    /** Takes over the process of a part that is not one of the stack's own, if an earlier command started and noted it. */
    public void adopt(Part part) {
        files.find(part.name()).ifPresent(part::adopt);
    }

    /** The part is stopped in good order. */
    public void forget(Part part) {
        files.delete(part.name());
    }

    /** Notes which process runs the part. */
    public void record(Part part) {
        part.findChild().ifPresent(child -> files.write(part.name(), child.reference()));
    }

    /** How everything is now. */
    public List<PartStatus> listStatus() {
        return parts().stream().map(part -> PartStatus.of(part, files)).toList();
    }

    /** All parts in the order of their start. */
    public List<Part> parts() {
        return Stream.<Part>concat(
                        Stream.of(postgres, kafka, registry),
                        Stream.concat(services.values().stream(), moreInstances.stream()))
                .toList();
    }

    /**
     * The part of that name.
     *
     * @throws IllegalArgumentException when there is none; names those that there are
     */
    public Part part(String name) {
        List<String> names = new ArrayList<>();
        for (Part part : parts()) {
            if (part.name().equals(name)) {
                return part;
            }
            names.add(part.name());
        }
        throw new IllegalArgumentException("no part is named " + name + "; there are " + String.join(", ", names));
    }

    /** Deletes all data, logs and keys. Nothing may run. */
    public void deleteData() {
        for (String folder : List.of("data", "logs", "run")) {
            Folders.delete(options.parts().home().resolve(folder));
        }
        Folders.delete(options.parts().home().resolve("secrets.properties"));
        Folders.delete(options.parts().home().resolve("tls"));
        postgres.deleteDataElsewhere();
    }

    public StackOptions options() {
        return options;
    }

    public PostgresPart postgres() {
        return postgres;
    }

    public KafkaPart kafka() {
        return kafka;
    }

    public RegistryPart registry() {
        return registry;
    }

    /** The first instance of every service. */
    public List<ServicePart> services() {
        return List.copyOf(services.values());
    }

    /** The one door. */
    public URI gatewayUrl() {
        return url("gateway");
    }

    /** The outside world. */
    public URI simulatorsUrl() {
        return url("simulators");
    }

    /** The address of the first instance of a service. */
    public URI url(String service) {
        return URI.create("http://127.0.0.1:" + part(service).port());
    }

    /**
     * The database of a service.
     *
     * @throws IllegalArgumentException when it has none
     */
    public JdbcAccess database(String service) {
        ServicePart part = services.get(service);
        return Optional.ofNullable(part)
                .flatMap(found -> found.service().database())
                .map(postgres.server()::access)
                .orElseThrow(() -> new IllegalArgumentException(service + " has no database"));
    }

    /** The password of the agency's account at the broker; made once and kept with the other secrets. */
    public String agencyPassword(Agency agency) {
        return environment.agencyPassword(agency);
    }

    /** Where agencies log in at the broker. */
    int agenciesPort() {
        return ports.get(StackPorts.AGENCIES);
    }

    /** Where the door listens for HTTPS. */
    int httpsPort() {
        return ports.get(StackPorts.HTTPS);
    }

    /** Where the simulators take mail. */
    public int smtpPort() {
        return ports.get(StackPorts.SMTP);
    }
}
