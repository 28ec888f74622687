namespace CareJournal.Demo;

/// <summary>
/// Generates pseudo-random numbers that are the same for the same seed on every machine and in every version of .NET
/// (SplitMix64; Steele, Lea, Flood 2014). For invented people only, never for keys.
/// </summary>
internal sealed class SeededStream(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Creates a stream for one part of the work, so that one person's course changes no other's.</summary>
    public static SeededStream For(int seed, int part)
    {
        SeededStream mixed = new(unchecked(((ulong)(uint)seed << 32) | (uint)part));
        return new SeededStream(mixed.Next() ^ mixed.Next());
    }

    /// <summary>Returns the next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Returns a number in [0, 1).</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a whole number, both bounds included.</summary>
    public int Between(int least, int most) => least + (int)(Share() * (most - least + 1));

    /// <summary>Returns a number in [least, most).</summary>
    public double Between(double least, double most) => least + (Share() * (most - least));

    /// <summary>Returns true with the given probability.</summary>
    public bool Chance(double probability) => Share() < probability;

    /// <summary>Returns a normal variate (Box and Muller).</summary>
    public double Normal(double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share()));

    /// <summary>Returns a lognormal variate around its median, rounded, and clamped to bounds.</summary>
    public int LogNormal(double median, double sigma, int least, int most) =>
        (int)Math.Clamp(Math.Round(median * Math.Exp(Normal(0, sigma))), least, most);

    /// <summary>Returns a Weibull variate.</summary>
    public double Weibull(double scale, double shape) => scale * Math.Pow(-Math.Log(1 - Share()), 1 / shape);

    /// <summary>Shuffles the items (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (int last = items.Count - 1; last > 0; last--)
        {
            int other = Between(0, last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>Returns one of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>Returns one of the items, by their weights.</summary>
    public T Weigh<T>(params ReadOnlySpan<(T Value, double Weight)> from)
    {
        double total = 0;
        foreach ((_, double weight) in from)
        {
            total += weight;
        }

        double left = Share() * total;
        foreach ((T value, double weight) in from)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return from[^1].Value;
    }
}
