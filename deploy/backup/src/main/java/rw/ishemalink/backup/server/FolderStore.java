package rw.ishemalink.backup.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.logging.slf4j.config.SLF4JLoggingModule;

/** Starts the server: {@code FolderStore <endpoint> <folder> <access key>}, the secret key in {@code ISHEMA_STORE_SECRET_KEY}. */
public final class FolderStore implements AutoCloseable {

    private final S3Proxy proxy;

    private FolderStore(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /** Serves the folder, which must exist. */
    public static FolderStore start(URI endpoint, Path folder, String accessKey, String secretKey) {
        Properties settings = new Properties();
        settings.setProperty("jclouds.filesystem.basedir", folder.toString());
        BlobStoreContext context = ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
                .credentials("folder", "folder")
                .modules(List.of(new SLF4JLoggingModule()))
                .overrides(settings)
                .build(BlobStoreContext.class);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(context.getBlobStore())
                .endpoint(endpoint)
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                .build();
        try {
            proxy.start();
            return new FolderStore(proxy);
        } catch (Exception e) {
            throw new IllegalStateException("the object store cannot listen at " + endpoint, e);
        }
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the object store does not stop", e);
        }
    }

    public static void main(String[] arguments) {
        String secret = System.getenv("ISHEMA_STORE_SECRET_KEY");
        if (arguments.length != 3 || secret == null) {
            throw new IllegalArgumentException(
                    "needed: endpoint, folder and access key, and ISHEMA_STORE_SECRET_KEY in the environment");
        }
        start(URI.create(arguments[0]), Path.of(arguments[1]), arguments[2], secret);
    }
}
