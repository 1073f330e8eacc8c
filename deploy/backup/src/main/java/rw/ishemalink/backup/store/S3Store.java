package rw.ishemalink.backup.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** One bucket of an S3-compatible store. */
public final class S3Store implements ObjectStore {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;

    public S3Store(StoreAccess access) {
        this.bucket = access.bucket();
        this.client = S3Client.builder()
                .endpointOverride(access.endpoint())
                .region(Region.of(access.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(access.accessKey(), access.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(TIMEOUT))
                // Stores of one's own know neither buckets as host names nor Amazon's newer checksums.
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
                .build();
    }

    /** Makes the bucket unless it is there; an account that may not make any is not asked to. */
    public void createBucketIfAbsent() {
        asked("bucket " + bucket, () -> {
            try {
                return client.headBucket(request -> request.bucket(bucket));
            } catch (NoSuchBucketException e) {
                return client.createBucket(request -> request.bucket(bucket));
            }
        });
    }

    @Override
    public void put(String key, byte[] content) {
        asked(key, () -> client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> find(String key) {
        return asked(key, () -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                request -> request.bucket(bucket).key(key))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<StoredObject> list(String prefix) {
        return asked(
                prefix,
                () ->
                        client
                                .listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .map(object -> new StoredObject(object.key(), object.size(), object.lastModified()))
                                .toList());
    }

    @Override
    public void delete(String key) {
        asked(key, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private static <T> T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new StoreException("the store failed at " + what + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
