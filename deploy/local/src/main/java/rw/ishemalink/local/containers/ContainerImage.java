package rw.ishemalink.local.containers;

import org.testcontainers.utility.DockerImageName;

/** The images, each of the version that the embedded parts have. */
enum ContainerImage {
    POSTGRES("postgres", "postgres:18"),
    KAFKA("kafka", "apache/kafka:4.1.2"),
    REGISTRY("registry", "apicurio/apicurio-registry:3.3.3");

    private final String key;
    private final String standard;

    ContainerImage(String key, String standard) {
        this.key = key;
        this.standard = standard;
    }

    /** The one that the system property {@code ishema.containers.<key>} names, e.g. a mirror's; else the standard one. */
    DockerImageName image() {
        return DockerImageName.parse(System.getProperty("ishema.containers." + key, standard));
    }
}
