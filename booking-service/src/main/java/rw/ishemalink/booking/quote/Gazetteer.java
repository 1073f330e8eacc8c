package rw.ishemalink.booking.quote;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The places and goods that have a name. Names are found in any case; a district also by its code. */
public record Gazetteer(
        List<District> districts, List<Neighbour> neighbours, List<String> borderPosts, List<Commodity> commodities) {

    public Gazetteer {
        districts = List.copyOf(districts);
        neighbours = List.copyOf(neighbours);
        borderPosts = List.copyOf(borderPosts);
        commodities = List.copyOf(commodities);
    }

    public Optional<District> findDistrict(String codeOrName) {
        return find(districts, District::code, codeOrName).or(() -> find(districts, District::name, codeOrName));
    }

    public Optional<Neighbour> findNeighbour(String country) {
        return find(neighbours, Neighbour::country, country);
    }

    public Optional<String> findBorderPost(String name) {
        return find(borderPosts, post -> post, name);
    }

    public Optional<Commodity> findCommodity(String code) {
        return find(commodities, Commodity::code, code);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> key, String wanted) {
        return all.stream()
                .filter(one -> key.apply(one).equalsIgnoreCase(wanted.strip()))
                .findFirst();
    }
}
