namespace WaSaas.Application.Assistant.Language;

/// <summary>A number as it grows word by word: what is before the thousands, and the part being counted.</summary>
internal sealed class SpokenNumber
{
    private const int Hundred = 100;
    private const int Twenty = 20;
    private const int Ten = 10;

    public decimal Total { get; private set; }

    public decimal Part { get; set; }

    public int Next { get; set; }

    public bool HasFigure { get; set; }

    public bool InWords { get; set; }

    /// <summary>A thousand, a hundred or a k was said: nobody counts pieces so.</summary>
    public bool IsScaled { get; private set; }

    /// <summary>"cent" or "mille" and nothing else: as often a manner of speaking.</summary>
    public bool IsLoneScale { get; private set; }

    public bool IsClosed { get; set; }

    public decimal Value => Total + Part;

    /// <summary>"deux trois" are two numbers, "dix-sept" is one.</summary>
    public bool Fits(int value)
    {
        var rest = Part % Hundred;
        return !IsClosed && (value switch
        {
            < Ten => rest % Ten == 0 && (rest != Ten || value >= 7),
            < Twenty => rest is 0 or 60 or 80,
            Twenty => rest is 0 or 4,
            _ => rest == 0,
        });
    }

    /// <summary>"quatre-vingt" multiplies, all else adds.</summary>
    public void Add(int value)
    {
        IsLoneScale = false;
        Part += value == Twenty && Part % Hundred == 4 ? 76 : value;
    }

    public bool Hundreds()
    {
        if (HasFigure || Part >= Hundred)
        {
            return false;
        }

        (IsLoneScale, Part) = (Part == 0 && Total == 0, Math.Max(Part, 1) * Hundred);
        return Scaled();
    }

    public bool Times(int scale)
    {
        if (Total % (scale * 1000m) != 0)
        {
            return false;
        }

        IsLoneScale = Part == 0 && Total == 0;
        Total += (Part == 0 ? 1 : Part) * scale;
        (Part, HasFigure) = (0, false);
        return Scaled();
    }

    private bool Scaled()
    {
        (IsScaled, InWords) = (true, true);
        Next++;
        return true;
    }
}
