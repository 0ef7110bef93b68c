using SurvBot.Answers.Grounding;

namespace SurvBot.Tests.Grounding;

public sealed class SupportModelTests
{
    private static readonly string[] OfMeaning = ["wordMatch", "topicMatch", "weakestMatch", "passageCosine", "behindBest", "aboveTypical"];

    [Fact]
    public void The_models_that_come_along_are_fitted_on_what_is_measured()
    {
        foreach (var model in (SupportModel[])[SupportModel.Default, SupportModel.Keywords])
        {
            model.Features.ShouldBe(EvidenceFeatures.Names);
            model.Weights.Count.ShouldBe(EvidenceFeatures.Names.Count);
            model.AnswerThreshold.ShouldBeInRange(0.01, 0.99);
            model.FurtherThreshold.ShouldBeInRange(0.01, model.AnswerThreshold);
        }
    }

    [Fact]
    public void Without_embeddings_nothing_is_expected_of_meaning() =>
        SupportModel.Keywords.Features.Zip(SupportModel.Keywords.Weights).Where(weight => OfMeaning.Contains(weight.First)).Select(weight => weight.Second).ShouldBe(new double[OfMeaning.Length]);

    [Fact]
    public void A_probability_is_the_logistic_function_of_the_weighed_features() =>
        new SupportModel(["a", "b"], [2, -1], 0.5, 0.5, 0.5).Probability([1, 2.5f]).ShouldBe(0.5, 1e-9);
}
