package rw.ishemalink.gateway.limit;

/**
 * One bucket: whose it is and how large.
 *
 * @param requests the name of the class of requests
 * @param owner an address, a person, or an endpoint
 */
public record BucketKey(String requests, String owner, Allowance allowance) {

    /** Under which it is kept. */
    String text() {
        return requests + " " + owner;
    }
}
