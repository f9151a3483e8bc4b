namespace Kring.Networks.Admissions;

/// <summary>What somebody's wish to take back a question comes to.</summary>
internal enum TakeBackPlan
{
    TakeBack,
    /// <summary>Neither the asker nor the coordinator.</summary>
    NotTheirs,
    TakenBackBefore,
    AlreadyAnswered,
}
