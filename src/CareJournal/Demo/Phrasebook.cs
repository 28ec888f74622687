namespace CareJournal.Demo;

/// <summary>Draws sentences without repeating one for a person before the pool is used up.</summary>
internal sealed class Phrasebook(SeededStream stream)
{
    private readonly Dictionary<IReadOnlyList<string>, (int Start, int Step, int Drawn)> _drawn = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns the next sentence of a pool: all of them are drawn once, in a random order.</summary>
    public string Next(IReadOnlyList<string> pool)
    {
        if (!_drawn.TryGetValue(pool, out (int Start, int Step, int Drawn) walk))
        {
            int step = stream.Between(1, Math.Max(1, pool.Count - 1));
            while (!Coprime(step, pool.Count))
            {
                step = (step % pool.Count) + 1;
            }

            walk = (stream.Between(0, pool.Count - 1), step, 0);
        }

        _drawn[pool] = walk with { Drawn = walk.Drawn + 1 };
        return pool[(walk.Start + (walk.Drawn * walk.Step)) % pool.Count];
    }

    private static bool Coprime(int one, int other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one == 1;
    }
}
