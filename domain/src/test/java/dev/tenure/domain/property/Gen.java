package dev.tenure.domain.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes random values, and simpler ones of a value for which a property failed. */
public interface Gen<T> {

    T from(Random random);

    /** Values simpler than this one, the simplest first; the end of shrinking is where none of them fails. */
    Stream<T> simpler(T value);

    /** Whole numbers in a range; simpler is nearer to {@code min}. */
    static Gen<Long> numbers(long min, long max) {
        return new Gen<>() {
            @Override
            public Long from(Random random) {
                return random.longs(1, min, max + 1).sum();
            }

            @Override
            public Stream<Long> simpler(Long value) {
                return LongStream.iterate(value - min, distance -> distance > 0, distance -> distance / 2)
                        .mapToObj(distance -> value - distance);
            }
        };
    }

    /** Lists of 0 to {@code max} elements; simpler is shorter, then with a simpler element. */
    static <E> Gen<List<E>> lists(Gen<E> elements, int max) {
        return new Gen<>() {
            @Override
            public List<E> from(Random random) {
                return Stream.generate(() -> elements.from(random))
                        .limit(random.nextInt(max + 1))
                        .toList();
            }

            @Override
            public Stream<List<E>> simpler(List<E> list) {
                Stream<List<E>> shorter = IntStream.iterate(list.size(), length -> length > 0, length -> length / 2)
                        .boxed()
                        .flatMap(length -> IntStream.rangeClosed(0, list.size() - length)
                                .mapToObj(start -> without(list, start, length)));
                Stream<List<E>> plainer = IntStream.range(0, list.size())
                        .boxed()
                        .flatMap(i -> elements.simpler(list.get(i)).map(element -> with(list, i, element)));
                return Stream.concat(shorter, plainer);
            }
        };
    }

    private static <E> List<E> without(List<E> list, int start, int length) {
        List<E> rest = new ArrayList<>(list.subList(0, start));
        rest.addAll(list.subList(start + length, list.size()));
        return List.copyOf(rest);
    }

    private static <E> List<E> with(List<E> list, int index, E element) {
        List<E> changed = new ArrayList<>(list);
        changed.set(index, element);
        return List.copyOf(changed);
    }
}
