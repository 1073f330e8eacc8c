package rw.ishemalink.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import rw.ishemalink.local.child.Folders;

/**
 * The ports of one stack by the name of their part. They are kept while any of its processes lives: the others were told
 * them.
 */
final class StackPorts {

    static final String SMTP = "smtp";
    static final String HTTPS = "gateway-https";
    static final String AGENCIES = "kafka-agencies";

    private final Map<String, Integer> ports;

    private StackPorts(Map<String, Integer> ports) {
        this.ports = ports;
    }

    /** As the plan says. */
    static StackPorts planned(StackOptions options) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("postgres", options.ports().portFor(Services.POSTGRES_PORT));
        ports.put("kafka", options.ports().portFor(Services.KAFKA_PORT));
        ports.put(AGENCIES, options.ports().portFor(Services.AGENCIES_PORT));
        ports.put("registry", options.ports().portFor(Services.REGISTRY_PORT));
        ports.put(HTTPS, options.ports().portFor(Services.HTTPS_PORT));
        ports.put(SMTP, options.ports().portFor(Services.SMTP_PORT));
        for (ServiceSpec service : options.services()) {
            ports.put(service.name(), options.ports().portFor(service.port()));
        }
        return new StackPorts(ports);
    }

    /** Those of the running stack, the plan's where none was written down. */
    static StackPorts recorded(StackOptions options) {
        StackPorts found = planned(options);
        try (Reader in = Files.newBufferedReader(file(options))) {
            Properties properties = new Properties();
            properties.load(in);
            properties
                    .stringPropertyNames()
                    .forEach(name -> found.ports.put(name, Integer.parseInt(properties.getProperty(name))));
            return found;
        } catch (IOException | NumberFormatException e) {
            return found;
        }
    }

    void write(StackOptions options) {
        Properties properties = new Properties();
        ports.forEach((name, port) -> properties.setProperty(name, Integer.toString(port)));
        Folders.create(options.parts().home().resolve("run"));
        try (Writer out = Files.newBufferedWriter(file(options))) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(options), e);
        }
    }

    int get(String part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException("no part is named " + part);
        }
        return port;
    }

    private static Path file(StackOptions options) {
        return options.parts().home().resolve("run").resolve("ports.properties");
    }
}
