package rw.ishemalink.payment.outbound.mtn;

import rw.ishemalink.payment.config.MtnConfig;

/** MTN's products; each has its own path, subscription key and token. */
enum Product {
    COLLECTION("/collection"),
    DISBURSEMENT("/disbursement");

    private final String path;

    Product(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    String subscriptionKey(MtnConfig config) {
        return switch (this) {
            case COLLECTION -> config.collectionSubscriptionKey();
            case DISBURSEMENT -> config.disbursementSubscriptionKey();
        };
    }
}
