package rw.ishemalink.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rw.ishemalink.local.parts.PartOptions;

/**
 * Which stack to run.
 *
 * @param checkout where the services were built
 * @param parts home, cache and lifetime
 * @param ports which ports
 * @param services the services, in the order of their start
 * @param environment more environment for a service of that name; has the last word; filled in like that of {@link ServiceSpec}
 */
public record StackOptions(
        Path checkout,
        PartOptions parts,
        PortPlan ports,
        List<ServiceSpec> services,
        Map<String, Map<String, String>> environment) {

    public StackOptions {
        checkout = checkout.toAbsolutePath().normalize();
        services = List.copyOf(services);
        environment = Map.copyOf(environment);
    }

    /** The stack of the one command: in {@code .ishema} of the checkout, on the documented ports, until it is stopped. */
    public static StackOptions command(Path checkout, int portOffset) {
        return command(checkout, checkout.resolve(".ishema"), portOffset);
    }

    /** The same in another folder. */
    public static StackOptions command(Path checkout, Path home, int portOffset) {
        PartOptions parts = PartOptions.detached(home);
        return new StackOptions(checkout, parts, PortPlan.documented(portOffset), Services.list(), Map.of());
    }

    /** A stack for tests: on free ports, gone with this JVM. Processes may be killed without loss, the machine not. */
    public static StackOptions forTests(Path checkout, Path home) {
        return new StackOptions(checkout, PartOptions.forTests(home), PortPlan.free(), Services.list(), Map.of());
    }

    /** The same with more environment for one service. */
    public StackOptions withEnvironment(String service, Map<String, String> more) {
        Map<String, Map<String, String>> all = new HashMap<>(environment);
        all.put(service, Map.copyOf(more));
        return new StackOptions(checkout, parts, ports, services, all);
    }

    /** The same with other services. */
    public StackOptions withServices(List<ServiceSpec> others) {
        return new StackOptions(checkout, parts, ports, others, environment);
    }
}
