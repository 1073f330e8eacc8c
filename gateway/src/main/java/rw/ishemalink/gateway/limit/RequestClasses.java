package rw.ishemalink.gateway.limit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All classes of requests; the most exact pattern decides to which one a request belongs. */
public record RequestClasses(List<RequestClass> classes) {

    public RequestClasses {
        classes = List.copyOf(classes);
    }

    /** The pattern that covers a request, and its class. */
    public record Match(RequestClass of, RequestPattern pattern) {

        /** The bucket of a client's address, if the class limits addresses. */
        public Optional<BucketKey> ofAddress(String address) {
            return of.perAddress().map(allowance -> new BucketKey(of.name(), "a:" + address, allowance));
        }

        /** The bucket of a person, if the class limits people. */
        public Optional<BucketKey> ofPerson(String person) {
            return of.perPerson().map(allowance -> new BucketKey(of.name(), "p:" + person, allowance));
        }

        /** The bucket of everybody, if the class limits its endpoints. */
        public Optional<BucketKey> ofEverybody() {
            return of.perEndpoint().map(allowance -> new BucketKey(of.name(), "e:" + pattern, allowance));
        }
    }

    /** Where the request belongs, if it is limited at all. */
    public Optional<Match> find(String method, String path) {
        return classes.stream()
                .flatMap(one -> one.requests().stream().map(pattern -> new Match(one, pattern)))
                .filter(match -> match.pattern().coverage(method, path) > 0)
                .max(Comparator.comparingInt(match -> match.pattern().coverage(method, path)));
    }
}
