package rw.ishemalink.tracking.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Writes OSM XML as PBF, the form in which extracts are published (wiki.openstreetmap.org/wiki/PBF_Format). */
final class PbfExtract {

    /** The format's unit of coordinates: 100 nanodegrees. */
    private static final double UNITS_PER_DEGREE = 1e7;

    private final List<String> strings = new ArrayList<>(List.of(""));
    private final Map<String, Integer> known = new HashMap<>();

    private PbfExtract() {}

    static void write(Path xml, Path pbf) throws IOException, ParserConfigurationException, SAXException {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(pbf))) {
            write(
                    out,
                    "OSMHeader",
                    Osmformat.HeaderBlock.newBuilder()
                            .addRequiredFeatures("OsmSchema-V0.6")
                            .build()
                            .toByteString());
            write(out, "OSMData", new PbfExtract().block(document).toByteString());
        }
    }

    private static void write(DataOutputStream out, String type, ByteString content) throws IOException {
        byte[] blob = Fileformat.Blob.newBuilder()
                .setRaw(content)
                .setRawSize(content.size())
                .build()
                .toByteArray();
        byte[] header = Fileformat.BlobHeader.newBuilder()
                .setType(type)
                .setDatasize(blob.length)
                .build()
                .toByteArray();
        out.writeInt(header.length);
        out.write(header);
        out.write(blob);
    }

    private Osmformat.PrimitiveBlock block(Document document) {
        Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
        elements(document.getElementsByTagName("node"))
                .forEach(node -> nodes.addNodes(Osmformat.Node.newBuilder()
                        .setId(number(node, "id"))
                        .setLat(units(node, "lat"))
                        .setLon(units(node, "lon"))));
        Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
        elements(document.getElementsByTagName("way")).forEach(way -> ways.addWays(way(way)));
        return Osmformat.PrimitiveBlock.newBuilder()
                .addPrimitivegroup(nodes)
                .addPrimitivegroup(ways)
                .setStringtable(Osmformat.StringTable.newBuilder()
                        .addAllS(strings.stream()
                                .map(text -> ByteString.copyFrom(text, UTF_8))
                                .toList()))
                .build();
    }

    private Osmformat.Way way(Element element) {
        Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(number(element, "id"));
        long before = 0;
        for (Element node : elements(element.getElementsByTagName("nd"))) {
            way.addRefs(number(node, "ref") - before);
            before = number(node, "ref");
        }
        for (Element tag : elements(element.getElementsByTagName("tag"))) {
            way.addKeys(index(tag.getAttribute("k")));
            way.addVals(index(tag.getAttribute("v")));
        }
        return way.build();
    }

    private int index(String text) {
        return known.computeIfAbsent(text, fresh -> {
            strings.add(fresh);
            return strings.size() - 1;
        });
    }

    private static long number(Element element, String attribute) {
        return Long.parseLong(element.getAttribute(attribute));
    }

    private static long units(Element element, String attribute) {
        return Math.round(Double.parseDouble(element.getAttribute(attribute)) * UNITS_PER_DEGREE);
    }

    private static List<Element> elements(NodeList list) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }
}
