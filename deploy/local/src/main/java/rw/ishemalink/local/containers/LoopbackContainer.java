package rw.ishemalink.local.containers;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import rw.ishemalink.local.child.Ports;

/** A container with one port, published on the loopback address of this machine instead of on all of them. */
final class LoopbackContainer extends GenericContainer<LoopbackContainer> {

    private static final String LOOPBACK = "127.0.0.1";

    /** Chosen here and not by the engine, because a broker must know its address before it starts. */
    private final int hostPort = Ports.pickFree();

    LoopbackContainer(ContainerImage image, int containerPort) {
        super(image.image());
        withExposedPorts(containerPort);
        PortBinding binding =
                new PortBinding(Binding.bindIpAndPort(LOOPBACK, hostPort), ExposedPort.tcp(containerPort));
        withCreateContainerCmdModifier(
                command -> Objects.requireNonNull(command.getHostConfig()).withPortBindings(binding));
    }

    /** Host and port, known before the start. */
    String address() {
        return LOOPBACK + ":" + hostPort;
    }
}
